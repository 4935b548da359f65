/**
 * The parts of the map library that this map is made of. The library's bundle cannot be cut to what is used (its classes
 * are made by calls), and would bring markers, popups, vectors and controls, a third of a phone's script, for nothing.
 */

// Each of these ways of moving the map registers itself with it.
import "leaflet/src/map/handler/Map.DoubleClickZoom.js";
import "leaflet/src/map/handler/Map.Drag.js";
import "leaflet/src/map/handler/Map.ScrollWheelZoom.js";
import "leaflet/src/map/handler/Map.TouchZoom.js";

export { getPosition } from "leaflet/src/dom/DomUtil.js";
export { toLatLngBounds as latLngBounds } from "leaflet/src/geo/LatLngBounds.js";
export { toBounds as bounds } from "leaflet/src/geometry/Bounds.js";
export { TileLayer } from "leaflet/src/layer/tile/TileLayer.js";
export { Map as LeafletMap } from "leaflet/src/map/Map.js";
