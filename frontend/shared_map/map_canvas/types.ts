/**
 * What the map is told and what it tells, in words that name no map library.
 *
 * Positions are `[longitude, latitude]` in degrees (WGS 84), as in GeoJSON. Sizes and distances on screen are CSS pixels.
 */

import type { KindCode } from "../kinds";

export type Position = readonly [longitude: number, latitude: number];

/** `[west, south, east, north]` in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

export type Geometry =
  | { readonly type: "Point"; readonly coordinates: Position }
  | { readonly type: "LineString"; readonly coordinates: readonly Position[] }
  | { readonly type: "Polygon"; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly (readonly Position[])[])[] };

/**
 * How far a place or connection has come on its way into everyone's map: under way to the server, to be looked at, refused, given
 * back to be corrected, put aside. What was joined with another place is not drawn.
 */
export type Standing = "settled" | "waiting" | "in_review" | "refused" | "returned" | "aside" | "merged";

export interface MapPlace {
  readonly id: string;
  readonly kind: KindCode;
  /** The area's own word for the kind; the general one is used where it is absent. */
  readonly kindLabel?: string;
  readonly title: string;
  readonly geometry: Geometry;
  /** True for what this phone's person placed: drawn solid, named "yours". */
  readonly mine: boolean;
  readonly standing: Standing;
  /** True for what came from a file of others: nobody in the room placed it. */
  readonly fromFile?: boolean;
}

/** One change to the places; `fresh` makes a new place drop in and show its title for some seconds. */
export type PlaceChange = { readonly put: MapPlace; readonly fresh?: boolean } | { readonly remove: string };

export interface MapConnection {
  readonly id: string;
  /** Identifiers of the two places; drawn once both are there. */
  readonly start: string;
  readonly end: string;
  readonly directed: boolean;
  readonly strength: "weak" | "steady" | "strong";
  readonly mine: boolean;
  readonly standing: Standing;
}

export type ConnectionChange = { readonly put: MapConnection } | { readonly remove: string };

/** An area's basemap, as the server describes it: SVG tiles of both themes. */
export interface Ground {
  /** Addresses with `{z}`, `{x}` and `{y}` to be filled in. */
  readonly tiles: Readonly<Record<Theme, string>>;
  readonly bounds: Bounds;
  /** The first and last zoom in the tiles' addresses. */
  readonly min_zoom: number;
  readonly max_zoom: number;
  /** Edge of a tile in CSS pixels. */
  readonly tile_size: number;
  /** What to add to the map's zoom to get a tile's: -1 for tiles of 512 pixels. */
  readonly zoom_offset: number;
  /** Plain text: it is shown as it stands, never as markup. */
  readonly attribution: string;
}

export interface MapSight {
  readonly centre: Position;
  readonly zoom: number;
}

export interface MapMove extends MapSight {
  readonly bounds: Bounds;
}

export type Theme = "light" | "dark";
export type DrawingForm = "line" | "area";

export interface DrawingProgress {
  readonly form: DrawingForm;
  readonly corners: readonly Position[];
  /** True once there are corners enough for a shape. */
  readonly enough: boolean;
}

export type DrawingProblem = "too_few_corners" | "crosses_itself";
export type DrawingResult =
  | { readonly geometry: Geometry; readonly problem?: never }
  | { readonly problem: DrawingProblem; readonly geometry?: never };

export interface MapOptions {
  /** What the map shows first, and how far away one can pan (with a margin). */
  readonly bounds: Bounds;
  /** The accessible name of the map, for example "Map of Fern River". */
  readonly label: string;
  readonly theme?: Theme;
  /** The fixed crosshair at the centre, and tapping to bring a spot under it: for pages on which one places. */
  readonly crosshair?: boolean;
  /** Zoom buttons; true when absent. A projector has none. */
  readonly zoomButtons?: boolean;
  /** False for a projector: nobody drags it and pins cannot be selected there. */
  readonly interactive?: boolean;
  /** Factor on the size of pins and titles, for a screen read from afar; 1 when absent. */
  readonly scale?: number;
  /**
   * The steps of zoom at which the map can stand. 1 when absent: at the sizes the ground is drawn for, which a phone moves
   * most easily. A smaller step lets a large screen show an area as large as it can; 0 is any zoom.
   */
  readonly zoomStep?: number;
}

/** How many CSS pixels of the map are covered, by a sheet for example. */
export interface Covered {
  readonly below?: number;
  readonly right?: number;
}

/** The map as pages know it. One a page. */
export interface MapView {
  /** Show a basemap, or with null the plain ground with the boundary. */
  setGround(ground: Ground | null): void;
  /** The area's outline: a thin line over a basemap, the lit inside of the plain ground without one. */
  setBoundary(boundary: Geometry | null): void;
  /** Put and remove places one by one; what is not named stays as it is. */
  setFeatures(changes: readonly PlaceChange[]): void;
  setConnections(changes: readonly ConnectionChange[]): void;
  centre(): Position;
  sight(): MapSight;
  moveTo(sight: Partial<MapSight>, how?: { readonly animate?: boolean }): void;
  fit(bounds: Bounds): void;
  /** Move the map's centre by CSS pixels: positive is east and south. */
  nudge(dx: number, dy: number): void;
  zoomBy(steps: number): void;
  /** Call after each finished move, and with `during` at each step of one, too; returns the way to stop listening. */
  onMove(listener: (move: MapMove) => void, during?: boolean): () => void;
  /** Call when a person selects a pin, or with null when they let go. */
  onSelect(listener: (id: string | null) => void): () => void;
  select(id: string | null): void;
  /** Move the map no further than is needed for a place's pin to be seen beside what covers a part of the map. */
  bringIntoView(id: string, covered: Covered): void;
  /** Put the keyboard's focus on a place's pin where it has one; false if there is none to focus. */
  focusPlace(id: string): boolean;
  /** Dim everything else, here and for all who follow; null lights all again. */
  spotlight(id: string | null): void;
  startDrawing(form: DrawingForm): void;
  /** Set a corner at the crosshair. */
  addCorner(): void;
  undoCorner(): void;
  onDrawing(listener: (progress: DrawingProgress | null) => void): () => void;
  /** Close the shape. With a problem the drawing goes on, so that nothing drawn is lost. */
  finishDrawing(): DrawingResult;
  cancelDrawing(): void;
  setTheme(theme: Theme): void;
  /** Tell the map that its element has another size. It also watches by itself. */
  resized(): void;
  destroy(): void;
}
