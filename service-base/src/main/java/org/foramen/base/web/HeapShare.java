package org.foramen.base.web;

/** How many of something a share of this process's heap holds: a limit that does not know the heap is none. */
public final class HeapShare {

    private HeapShare() {}

    /**
     * @param percent of the heap that all of them may take together
     * @param bytes that one takes at most
     * @param most no more than so many on any heap
     */
    public static int count(int percent, long bytes, int most) {
        return count(Runtime.getRuntime().maxMemory(), percent, bytes, most);
    }

    static int count(long heap, int percent, long bytes, int most) {
        return (int) Math.max(1, Math.min(most, heap / 100 * percent / bytes));
    }
}
