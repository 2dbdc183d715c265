package io.urania.inventory.text;

/**
 * Bounds what is read of one inventory: a link in it may lead to the whole machine.
 *
 * @param files entries of folders and files read, at the most
 * @param bytes of all files that are read, at the most
 */
record FileBudget(int files, long bytes) {

    /** A host has a file or a few; a hundred thousand hosts are the most. */
    static final FileBudget STANDARD = new FileBudget(200_000, 256L * 1024 * 1024);
}
