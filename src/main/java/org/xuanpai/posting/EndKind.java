package org.xuanpai.posting;

/** Why a term ends; it never ends by itself. */
public enum EndKind {
    EXPIRED,
    TRANSFERRED,
    REMOVED,
    RECALLED,
    RESIGNED
}
