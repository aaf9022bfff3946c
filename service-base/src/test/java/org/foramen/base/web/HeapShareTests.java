package org.foramen.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapShareTests {

    private static final long MB = 1024 * 1024;

    @Test
    void aSmallHeapHoldsFewAndALargeOneNoMoreThanAsked() {
        assertThat(HeapShare.count(192 * MB, 25, 42 * 1024, 8192)).isBetween(1_150, 1_200);
        assertThat(HeapShare.count(64 * MB, 25, 42 * 1024, 8192)).isBetween(380, 400);
        assertThat(HeapShare.count(16_000 * MB, 25, 42 * 1024, 8192)).isEqualTo(8192);
    }

    @Test
    void thereIsAlwaysOne() {
        assertThat(HeapShare.count(MB, 1, 100 * MB, 10)).isEqualTo(1);
    }
}
