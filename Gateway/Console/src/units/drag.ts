import type { DragEvent } from 'react';

/** The MIME type of a dragged unit. */
export const unitDragType = 'application/x-tocsin-unit';

export function dragUnit(event: DragEvent, unitId: string): void {
  event.dataTransfer.setData(unitDragType, unitId);
  event.dataTransfer.setData('text/plain', unitId);
  event.dataTransfer.effectAllowed = 'link';
}

export function draggedUnit(event: DragEvent): string | null {
  return event.dataTransfer.getData(unitDragType) || null;
}
