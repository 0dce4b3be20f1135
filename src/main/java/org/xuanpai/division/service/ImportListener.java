package org.xuanpai.division.service;

/** Is told how far an import has come. */
@FunctionalInterface
public interface ImportListener {

    /** So many rows of the file are read. */
    void read(ListFile file, long rows);
}
