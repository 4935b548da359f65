/**
 * The map. This file and its folder are the only ones that know the map library; pages know `MapView`.
 *
 * Layers, from the ground up: tiles or plain ground; one SVG of shapes and arcs; pins; titles; crosshair and buttons.
 * A layer draws for one zoom, rides along while the map is dragged, is scaled during a zoom and drawn anew after it.
 */

import type { LatLngExpression, ZoomAnimEvent } from "leaflet";
import "./kinds.css";
import "./pins.css";
import "./map_canvas/map_canvas.css";
import { buildMap, FIT, wantsStillness } from "./map_canvas/build_map";
import { ConnectionLayer } from "./map_canvas/connection_layer";
import { DrawingLayer } from "./map_canvas/drawing_layer";
import { crosshair, zoomButtons } from "./map_canvas/furniture";
import { GroundLayer, leafletBounds } from "./map_canvas/ground";
import { HeldChanges } from "./map_canvas/held_changes";
import { listenToKeys } from "./map_canvas/keyboard";
import { LabelLayer } from "./map_canvas/label_layer";
import { FAR_ZOOM, PinLayer } from "./map_canvas/pin_layer";
import { ShapeLayer } from "./map_canvas/shape_layer";
import { latLng, type LeafletMap } from "./map_canvas/spots";
import { TabStop } from "./map_canvas/tab_stop";
import type * as Types from "./map_canvas/types";

export type * from "./map_canvas/types";

/** A press that moved further than this was a drag, though the browser calls it a click. */
const DRAG_PX = 6;
const GLIDE_SECONDS = 0.18;
/** Between a pin that is brought into view and the edge of what is seen. */
const VIEW_PADDING_PX = 56;
/** Degrees to seven decimals are about a centimetre: more digits would only pretend. */
const DECIMALS = 1e7;

/** Put a map into an element, which it fills. The element needs a size of its own. */
export function mountMap(element: HTMLElement, options: Types.MapOptions): Types.MapView {
  return new MapCanvas(element, options);
}

class MapCanvas implements Types.MapView {
  private readonly element: HTMLElement;
  private readonly options: Types.MapOptions;
  private readonly map: LeafletMap;
  private readonly ground: GroundLayer;
  private readonly shapes: ShapeLayer;
  private readonly pins: PinLayer;
  private readonly labels: LabelLayer;
  private readonly connections: ConnectionLayer;
  private readonly drawing: DrawingLayer;
  private readonly tabStop: TabStop;
  private readonly changes: HeldChanges<Types.PlaceChange>;
  private readonly sizes: ResizeObserver;
  private readonly selectListeners = new Set<(id: string | null) => void>();

  constructor(element: HTMLElement, options: Types.MapOptions) {
    const { theme = "light", scale = 1, interactive = true } = options;
    this.element = element;
    this.options = options;
    element.classList.add("map");
    element.dataset["theme"] = theme;
    element.style.setProperty("--map-scale", String(scale));
    this.map = buildMap(element, options);
    this.ground = new GroundLayer(this.map, theme);
    this.ground.set(null);
    this.shapes = new ShapeLayer(this.map, this.pane("shapes"));
    this.pins = new PinLayer(this.map, this.pane("pins"), scale);
    this.labels = new LabelLayer(this.map, this.pane("labels"), this.pins, scale);
    this.connections = new ConnectionLayer(this.map, this.shapes, this.pins, scale);
    this.drawing = new DrawingLayer(this.map, this.shapes, () => this.centre());
    this.tabStop = new TabStop(this.map, this.pins);
    this.showDistance();
    this.changes = new HeldChanges(this.map, (changes) => this.applyPlaces(changes));
    this.furnish(interactive);
    this.listen();
    this.sizes = new ResizeObserver(() => this.resized());
    this.sizes.observe(element);
  }

  setGround(ground: Types.Ground | null): void {
    this.ground.set(ground);
  }

  setBoundary(boundary: Types.Geometry | null): void {
    if (boundary === null) this.shapes.remove("boundary");
    else this.shapes.put("boundary", "outline", "boundary", () => [["boundary-line", this.shapes.outlineOf(boundary)]]);
  }

  setFeatures(changes: readonly Types.PlaceChange[]): void {
    this.pins.expect(changes.filter((change) => "put" in change && this.pins.get(change.put.id) === undefined).length);
    this.changes.take(changes);
  }

  setConnections(changes: readonly Types.ConnectionChange[]): void {
    this.changes.after(() => {
      for (const change of changes) {
        if ("remove" in change) this.connections.remove(change.remove);
        else this.connections.put(change.put);
      }
    });
  }

  centre(): Types.Position {
    const { lat, lng } = this.map.getCenter();
    return [Math.round(lng * DECIMALS) / DECIMALS, Math.round(lat * DECIMALS) / DECIMALS];
  }

  sight(): Types.MapSight {
    return { centre: this.centre(), zoom: this.map.getZoom() };
  }

  moveTo({ centre, zoom }: Partial<Types.MapSight>, { animate = true } = {}): void {
    const gliding = animate && !wantsStillness();
    this.map.setView(latLng(centre ?? this.centre()), zoom ?? this.map.getZoom(), {
      animate: gliding,
      duration: GLIDE_SECONDS,
    });
  }

  fit(bounds: Types.Bounds): void {
    this.map.fitBounds(leafletBounds(bounds), { ...FIT, animate: !wantsStillness(), duration: GLIDE_SECONDS });
  }

  nudge(dx: number, dy: number): void {
    // At once: whoever presses a key again, or "Place here", in the midst of a glide would lose the rest of the step.
    this.map.panBy([dx, dy], { animate: false });
  }

  zoomBy(steps: number): void {
    this.map.setZoom(Math.round(this.map.getZoom()) + steps);
  }

  onMove(listener: (move: Types.MapMove) => void, during = false): () => void {
    const tell = (): void => listener({ ...this.sight(), bounds: this.bounds() });
    const events = during ? "move moveend" : "moveend";
    this.map.on(events, tell);
    return () => this.map.off(events, tell);
  }

  onSelect(listener: (id: string | null) => void): () => void {
    this.selectListeners.add(listener);
    return () => this.selectListeners.delete(listener);
  }

  select(id: string | null): void {
    this.changes.flush();
    this.pins.mark("selected", id);
    this.connections.light(id);
    this.labels.refreshSoon();
  }

  bringIntoView(id: string, { below = 0, right = 0 }: Types.Covered): void {
    const pin = this.pins.get(id);
    if (pin === undefined) return;
    const { x: width, y: height } = this.map.getSize();
    // However much is covered, a strip stays in which a pin fits.
    const most = (size: number): number => Math.max(0, size - 2 * VIEW_PADDING_PX);
    this.map.panInside(latLng(pin.position), {
      paddingTopLeft: [VIEW_PADDING_PX, VIEW_PADDING_PX],
      paddingBottomRight: [Math.min(right, most(width)) + VIEW_PADDING_PX, Math.min(below, most(height)) + VIEW_PADDING_PX],
      animate: !wantsStillness(),
    });
  }

  focusPlace(id: string): boolean {
    this.changes.flush();
    return this.tabStop.focus(id);
  }

  spotlight(id: string | null): void {
    this.changes.flush();
    this.element.classList.toggle("map-spotlit", id !== null);
    this.pins.mark("lit", id);
    this.connections.light(id);
    const pin = id === null ? undefined : this.pins.get(id);
    if (pin) this.moveTo({ centre: pin.position });
    this.labels.refreshSoon();
  }

  startDrawing(form: Types.DrawingForm): void {
    this.drawing.start(form);
  }

  addCorner(): void {
    this.drawing.addCorner();
  }

  undoCorner(): void {
    this.drawing.undoCorner();
  }

  onDrawing(listener: (progress: Types.DrawingProgress | null) => void): () => void {
    return this.drawing.onChange(listener);
  }

  finishDrawing(): Types.DrawingResult {
    return this.drawing.finish();
  }

  cancelDrawing(): void {
    this.drawing.cancel();
  }

  setTheme(theme: Types.Theme): void {
    this.element.dataset["theme"] = theme;
    this.ground.setTheme(theme);
    this.pins.recolour();
  }

  resized(): void {
    this.map.invalidateSize({ animate: false });
    this.pins.dragged();
    this.labels.resized();
  }

  destroy(): void {
    this.sizes.disconnect();
    this.changes.destroy();
    this.labels.destroy();
    this.tabStop.destroy();
    this.map.remove();
  }

  private pane(name: "shapes" | "pins" | "labels"): HTMLElement {
    const pane = this.map.createPane(name);
    pane.classList.add(`map-${name}`);
    return pane;
  }

  private bounds(): Types.Bounds {
    const box = this.map.getBounds();
    return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
  }

  private applyPlaces(changes: readonly Types.PlaceChange[]): void {
    for (const change of changes) {
      if ("remove" in change) this.removePlace(change.remove);
      else this.putPlace(change.put, change.fresh ?? false);
    }
    // In the midst of a shower nobody reads titles, and each laying out of all would be a frame of its own.
    if (this.changes.waiting > 0) return;
    this.pins.expectNone();
    this.labels.refreshSoon();
    this.settleTabStop();
  }

  private putPlace(place: Types.MapPlace, fresh: boolean): void {
    this.pins.put(place, fresh);
    // Of a shower, which takes some frames anyway; the places that a page begins with must not wait for their titles.
    if (this.changes.waiting > 0) this.labels.measure(place.title);
    if (fresh) this.labels.showFresh(place.id);
    if (place.geometry.type === "Point") this.shapes.remove(place.id);
    else {
      const form = place.geometry.type === "LineString" ? "line" : "area";
      const look = `shape shape-${form} shape-${place.standing} kind-${place.kind}`;
      this.shapes.put(place.id, "shapes", look, () => [
        ["shape-casing", this.shapes.outlineOf(place.geometry)],
        ["shape-stroke", this.shapes.outlineOf(place.geometry)],
      ]);
    }
    this.connections.placeChanged(place.id);
  }

  private removePlace(id: string): void {
    this.pins.remove(id);
    this.labels.remove(id);
    this.shapes.remove(id);
    this.connections.placeChanged(id);
    const { selected, lit } = this.pins.marks();
    if (selected === id) this.choose(null);
    if (lit === id) this.spotlight(null);
  }

  /** A person has chosen a pin, or let go. */
  private choose(id: string | null): void {
    this.select(id);
    for (const listener of this.selectListeners) listener(id);
  }

  private furnish(interactive: boolean): void {
    const { crosshair: aims, label, zoomButtons: zooms = true } = this.options;
    this.element.setAttribute("role", interactive ? "application" : "region");
    this.element.setAttribute("aria-label", label);
    this.labelPane().setAttribute("aria-hidden", "true");
    if (aims) this.element.append(crosshair());
    if (zooms && interactive) this.element.append(zoomButtons((steps) => this.zoomBy(steps)));
    if (interactive) this.element.tabIndex = 0;
    else this.pinPane().setAttribute("aria-hidden", "true");
  }

  private labelPane(): HTMLElement {
    return this.map.getPane("labels") as HTMLElement;
  }

  private pinPane(): HTMLElement {
    return this.map.getPane("pins") as HTMLElement;
  }

  private listen(): void {
    this.map.on("zoomanim", (event) => this.follow((event as ZoomAnimEvent).center, (event as ZoomAnimEvent).zoom));
    this.map.on("zoom", () => this.follow(this.map.getCenter(), this.map.getZoom()));
    this.map.on("move", () => this.pins.dragged());
    this.map.on("zoomstart", () => this.labels.hide());
    this.map.on("zoomend viewreset", () => {
      this.showDistance();
      this.shapes.redraw();
      this.pins.redraw();
    });
    this.map.on("moveend", () => {
      this.pins.dragged();
      this.settleTabStop();
    });
    if (this.options.interactive ?? true) this.listenToPeople();
  }

  /** On a screen that nobody works at, the Tab key leads to no pin. */
  private settleTabStop(): void {
    if (this.options.interactive ?? true) this.tabStop.settleSoon();
  }

  private showDistance(): void {
    this.element.classList.toggle("map-far", this.map.getZoom() <= FAR_ZOOM);
  }

  private follow(centre: LatLngExpression, zoom: number): void {
    this.shapes.follow(centre, zoom);
    this.pins.follow(centre, zoom);
  }

  private listenToPeople(): void {
    let pressed = { x: 0, y: 0 };
    this.element.addEventListener("pointerdown", ({ clientX: x, clientY: y }) => (pressed = { x, y }), true);
    this.pinPane().addEventListener("click", (event) => {
      const id = (event.target as Element).closest<HTMLElement>(".pin")?.dataset["id"];
      if (id === undefined) return;
      event.stopPropagation();
      const dragged = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > DRAG_PX;
      // A press of the Enter key has no position to compare.
      if (event.detail === 0 || !dragged) this.choose(id);
    });
    this.map.on("click", (event) => this.tapped((event as { layerPoint?: { x: number; y: number } }).layerPoint));
    listenToKeys(this.element, {
      nudge: (dx, dy) => this.nudge(dx, dy),
      zoomBy: (steps) => this.zoomBy(steps),
      pinSpots: () => this.tabStop.spots(),
      focusPin: (id) => this.tabStop.focus(id),
      letGo: () => this.choose(null),
    });
  }

  /** A tap beside every button: it selects a painted pin, lets go, or brings the spot under the crosshair. */
  private tapped(spot: { x: number; y: number } | undefined): void {
    if (spot === undefined) return;
    const painted = this.pins.paintedAt(spot);
    if (painted !== null) this.choose(painted);
    else if (this.pins.marks().selected !== null) this.choose(null);
    else if (this.options.crosshair) {
      const { lat, lng } = this.map.layerPointToLatLng([spot.x, spot.y]);
      this.moveTo({ centre: [lng, lat] });
    }
  }
}
