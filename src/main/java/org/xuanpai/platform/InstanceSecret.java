package org.xuanpai.platform;

/**
 * Keys of this installation for signing what leaves the server and comes back, such as a flash message's cookie. Made at
 * first use, kept in the database, so that all instances have the same and a restart keeps them.
 */
public interface InstanceSecret {

    /**
     * The key for one purpose, 32 bytes. Keys of different purposes say nothing about each other.
     *
     * @param purpose a fixed name, such as {@code flash}
     */
    byte[] key(String purpose);
}
