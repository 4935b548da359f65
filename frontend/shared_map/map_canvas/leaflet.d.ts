/** The library's module build, which a bundler can cut to what is used; its types are those of the package. */
declare module "leaflet/dist/leaflet-src.esm.js" {
  export * from "leaflet";
}
