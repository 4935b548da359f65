/** The library's sources, one by one, which its types only describe as a whole. */

declare module "leaflet/src/dom/DomUtil.js" {
  import { DomUtil } from "leaflet";
  export const getPosition: typeof DomUtil.getPosition;
}

declare module "leaflet/src/geo/LatLngBounds.js" {
  export { latLngBounds as toLatLngBounds } from "leaflet";
}

declare module "leaflet/src/geometry/Bounds.js" {
  export { bounds as toBounds } from "leaflet";
}

declare module "leaflet/src/layer/tile/TileLayer.js" {
  export { TileLayer } from "leaflet";
}

declare module "leaflet/src/map/Map.js" {
  export { Map } from "leaflet";
}

/** Read for what it does: it adds one way of moving to the map. */
declare module "leaflet/src/map/handler/*";
