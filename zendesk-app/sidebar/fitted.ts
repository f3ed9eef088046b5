import { useEffect } from 'react';
import type { Zaf } from '../zaf/zaf.ts';

/** Heights of the panel: never so low that it seems gone, never so high that Zendesk's own page can't be scrolled past it. */
const LEAST_PX = 80;
const MOST_PX = 2_000;

/** Keeps the frame as high as its content. */
export function useFitted(zaf: Zaf): void {
  useEffect(() => {
    let last = 0;
    const fit = () => {
      const height = Math.min(MOST_PX, Math.max(LEAST_PX, Math.ceil(document.body.getBoundingClientRect().height)));
      if (Math.abs(height - last) < 2) return;
      last = height;
      zaf.invoke('resize', { width: '100%', height: `${height}px` }).catch(() => undefined);
    };
    const observer = new ResizeObserver(fit);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [zaf]);
}
