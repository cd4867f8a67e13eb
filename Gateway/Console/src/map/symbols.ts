import { token } from './tokens';
import type { UnitKind } from './features';

const pixelRatio = 2;

export interface Symbol {
  image: ImageData;
  pixelRatio: number;
}

type Pen = CanvasRenderingContext2D;

/**
 * Draws a symbol by its name: `i1`..`i4` incidents by priority (octagon, triangle, square, circle, each with its number), `i1!` late ones;
 * `u-KIND-STATUS` units, `~` stale; `station`; `heading`. Made here from the theme's colours: nothing is loaded, nothing is blurred.
 */
export function symbol(name: string): Symbol | null {
  const incident = /^i([1-4])(!?)$/.exec(name);
  if (incident) return draw(incident[2] ? 46 : 30, (pen, size) => drawIncident(pen, size, Number(incident[1]), incident[2] === '!'));
  const unit = /^u-(\w+)-(\w+?)(~?)$/.exec(name);
  if (unit) return draw(26, (pen, size) => drawUnit(pen, size, unit[1] as UnitKind, unit[2]!, unit[3] === '~'));
  if (name === 'station') return draw(20, drawStation);
  if (name === 'heading') return draw(11, drawHeading);
  return null;
}

function draw(size: number, on: (pen: Pen, size: number) => void): Symbol {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * pixelRatio;
  const pen = canvas.getContext('2d')!;
  pen.scale(pixelRatio, pixelRatio);
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  on(pen, size);
  return { image: pen.getImageData(0, 0, canvas.width, canvas.height), pixelRatio };
}

function polygon(pen: Pen, x: number, y: number, radius: number, corners: number, turn: number): void {
  pen.beginPath();
  for (let i = 0; i < corners; i++) {
    const angle = turn + (i / corners) * 2 * Math.PI;
    pen.lineTo(x + radius * Math.sin(angle), y - radius * Math.cos(angle));
  }
  pen.closePath();
}

function drawIncident(pen: Pen, size: number, priority: number, late: boolean): void {
  const middle = size / 2;
  const fill = token(`--p${priority}`);
  const shape = (radius: number) => {
    if (priority === 1) polygon(pen, middle, middle, radius * 1.04, 8, Math.PI / 8);
    else if (priority === 2) polygon(pen, middle, middle + 1, radius * 1.22, 3, 0);
    else if (priority === 3) {
      pen.beginPath();
      pen.roundRect(middle - radius * 0.88, middle - radius * 0.88, radius * 1.76, radius * 1.76, 3);
    } else {
      pen.beginPath();
      pen.arc(middle, middle, radius * 0.95, 0, 2 * Math.PI);
    }
  };
  if (late) {
    // Two rings and a mark can be seen from the other end of the room, also without colours.
    pen.beginPath();
    pen.arc(middle, middle, 19.5, 0, 2 * Math.PI);
    pen.lineWidth = 3;
    pen.strokeStyle = token('--bad');
    pen.stroke();
    pen.beginPath();
    pen.arc(middle, middle, 16.5, 0, 2 * Math.PI);
    pen.fillStyle = token('--ground');
    pen.fill();
  }
  shape(12);
  pen.fillStyle = fill;
  pen.fill();
  pen.lineWidth = 1.6;
  pen.strokeStyle = token('--surface');
  pen.stroke();
  pen.fillStyle = token(`--p${priority}-text`);
  pen.font = `700 13px ${token('--font')}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(String(priority), middle, middle + (priority === 2 ? 3 : 0.8));
  if (!late) return;
  const [x, y] = [size - 8, 8];
  pen.beginPath();
  pen.arc(x, y, 7, 0, 2 * Math.PI);
  pen.fillStyle = token('--bad-strong');
  pen.fill();
  pen.lineWidth = 1.5;
  pen.strokeStyle = token('--ground');
  pen.stroke();
  pen.fillStyle = token('--on-bad');
  pen.font = `800 11px ${token('--font')}`;
  pen.fillText('!', x, y + 0.5);
}

const statusTokens: Record<string, string> = {
  available: '--good',
  assigned: '--info',
  enRoute: '--teal',
  onScene: '--violet',
  outOfService: '--warn',
  offDuty: '--text-3',
};

function drawUnit(pen: Pen, size: number, kind: UnitKind, status: string, stale: boolean): void {
  const middle = size / 2;
  const colour = token(statusTokens[status] ?? '--text-2');
  pen.globalAlpha = stale ? 0.65 : 1;
  body(pen, middle, kind);
  const free = status === 'available';
  pen.fillStyle = free ? token('--surface') : colour;
  pen.fill();
  if (stale) pen.setLineDash([2.2, 2.4]);
  pen.lineWidth = free ? 2.4 : 1.4;
  pen.strokeStyle = free ? colour : token('--surface');
  pen.stroke();
  pen.setLineDash([]);
  mark(pen, middle, status, free ? colour : token('--surface'));
}

function body(pen: Pen, middle: number, kind: UnitKind): void {
  pen.beginPath();
  if (kind === 'foot') pen.arc(middle, middle, 7.5, 0, 2 * Math.PI);
  else if (kind === 'moto') polygon(pen, middle, middle, 9.5, 4, 0);
  else if (kind === 'fire') pen.roundRect(middle - 8, middle - 8, 16, 16, 2);
  else if (kind === 'medic') {
    const [arm, half] = [9, 4];
    for (const [x, y] of [
      [-half, -arm],
      [half, -arm],
      [half, -half],
      [arm, -half],
      [arm, half],
      [half, half],
      [half, arm],
      [-half, arm],
      [-half, half],
      [-arm, half],
      [-arm, -half],
      [-half, -half],
    ] as const)
      pen.lineTo(middle + x, middle + y);
    pen.closePath();
  } else pen.roundRect(middle - 10, middle - 6.5, 20, 13, 6);
}

// Free: empty. Sent: a dot. On the way: an arrow. There: a square. Not to be had: a cross.
function mark(pen: Pen, middle: number, status: string, colour: string): void {
  pen.fillStyle = pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.beginPath();
  if (status === 'assigned') pen.arc(middle, middle, 2.4, 0, 2 * Math.PI);
  else if (status === 'enRoute') polygon(pen, middle + 0.6, middle, 4.4, 3, Math.PI / 2);
  else if (status === 'onScene') pen.rect(middle - 2.6, middle - 2.6, 5.2, 5.2);
  else if (status === 'outOfService' || status === 'offDuty') {
    pen.moveTo(middle - 2.6, middle - 2.6);
    pen.lineTo(middle + 2.6, middle + 2.6);
    pen.moveTo(middle + 2.6, middle - 2.6);
    pen.lineTo(middle - 2.6, middle + 2.6);
    pen.stroke();
    return;
  } else return;
  pen.fill();
}

function drawStation(pen: Pen, size: number): void {
  const middle = size / 2;
  pen.beginPath();
  pen.moveTo(middle - 7, middle + 7);
  pen.lineTo(middle - 7, middle - 2);
  pen.lineTo(middle, middle - 8);
  pen.lineTo(middle + 7, middle - 2);
  pen.lineTo(middle + 7, middle + 7);
  pen.closePath();
  pen.fillStyle = token('--raised');
  pen.fill();
  pen.lineWidth = 1.6;
  pen.strokeStyle = token('--text-2');
  pen.stroke();
}

// A small wedge, pointing north; the map sets it outside of the unit and turns it about its middle.
function drawHeading(pen: Pen, size: number): void {
  const middle = size / 2;
  pen.beginPath();
  pen.moveTo(middle, 1.5);
  pen.lineTo(middle - 4.5, size - 2);
  pen.lineTo(middle + 4.5, size - 2);
  pen.closePath();
  pen.fillStyle = token('--text');
  pen.fill();
  pen.lineWidth = 1;
  pen.strokeStyle = token('--ground');
  pen.stroke();
}
