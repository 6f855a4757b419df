import { type RefObject, useEffect, useRef } from 'react';

/** Calls `then` when half of an element is seen for the first time: who scrolls back finds it as it was left. */
export function useInSight<E extends Element>(then: () => void): RefObject<E | null> {
  const ref = useRef<E>(null);
  const first = useRef(then);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        first.current();
      },
      { threshold: 0.5 },
    );
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return ref;
}
