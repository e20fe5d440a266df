package io.chiasm.fuzz;

import io.chiasm.fuzz.reading.Reader;

/**
 * A reader of bytes from outside and what it may cost.
 *
 * @param name as in {@code fuzz/run.sh}, and of the folder of kept inputs
 * @param anyway bytes that it may allocate whatever the input: its stated limits
 * @param perByte bytes that it may allocate for each byte of input, besides
 */
record Target(String name, Reader reader, long anyway, long perByte) {}
