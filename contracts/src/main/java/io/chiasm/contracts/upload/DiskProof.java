package io.chiasm.contracts.upload;

/**
 * A file of random content on the server's disk. Who can read it there has the server's disk, so
 * that paths mean the same to both; an address does not tell, since a forwarded port is local too.
 *
 * @param file absolute path
 * @param sha256 of its content
 */
public record DiskProof(String file, String sha256) {}
