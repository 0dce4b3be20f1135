package org.xuanpai.platform;

/** Whole addresses of pages, for links that leave the application, such as one that is handed to a person. */
public interface OutsideLinks {

    /**
     * The whole address of a page of ours.
     *
     * @param path its path, which may hold names in braces
     * @param names what stands for them
     */
    String to(String path, Object... names);
}
