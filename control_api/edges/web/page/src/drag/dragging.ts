import {
  draggable,
  dropTargetForElements,
  type ElementDropTargetEventBasePayload,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { setCustomNativeDragPreview } from "@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview";
import { type RefObject, useEffect, useRef } from "react";
import type { Task } from "../api/contract";
import { TEXTS } from "../texts";

/** Where the pointer is in the window. */
export interface Point {
  clientX: number;
  clientY: number;
}

export interface Source {
  /** Whether it may be dragged now. */
  isFree: boolean;
  /** All that is dragged with it. */
  tasks: () => Task[];
  onStart: () => void;
  onEnd: () => void;
}

/** Lets an element be dragged, for the tasks that it stands for. */
export function useTaskDrag(element: RefObject<HTMLElement | null>, source: Source): void {
  const latest = useRef(source);
  latest.current = source;
  const { isFree } = source;
  useEffect(() => {
    const here = element.current;
    if (!here || !isFree) return;
    return draggable({
      element: here,
      getInitialData: () => ({ tasks: latest.current.tasks() }),
      onGenerateDragPreview: ({ nativeSetDragImage, source: { data } }) => {
        const count = tasksIn(data).length;
        if (count < 2) return;
        setCustomNativeDragPreview({
          nativeSetDragImage,
          render: ({ container }) => {
            container.className = "drag-preview";
            container.textContent = TEXTS.moving.dragged(count);
          },
        });
      },
      onDragStart: () => {
        here.dataset.dragging = "true";
        latest.current.onStart();
      },
      onDrop: () => {
        delete here.dataset.dragging;
        latest.current.onEnd();
      },
    });
  }, [element, isFree]);
}

export interface Target {
  /** The tasks are over it. */
  onOver: (tasks: Task[], at: Point) => void;
  onLeave: () => void;
  onDrop: (tasks: Task[], at: Point) => void;
}

/** Lets tasks be dropped on an element. */
export function useTaskDrop(element: RefObject<HTMLElement | null>, target: Target): void {
  const latest = useRef(target);
  latest.current = target;
  useEffect(() => {
    const here = element.current;
    if (!here) return;
    const onOver = ({ source: { data }, location }: ElementDropTargetEventBasePayload) =>
      latest.current.onOver(tasksIn(data), location.current.input);
    return dropTargetForElements({
      element: here,
      canDrop: ({ source: { data } }) => tasksIn(data).length > 0,
      onDragEnter: onOver,
      onDrag: onOver,
      onDragLeave: () => latest.current.onLeave(),
      onDrop: ({ source: { data }, location }) => {
        latest.current.onLeave();
        latest.current.onDrop(tasksIn(data), location.current.input);
      },
    });
  }, [element]);
}

const tasksIn = (data: Record<string | symbol, unknown>) => (data.tasks ?? []) as Task[];
