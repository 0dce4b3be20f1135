package org.xuanpai.architecture.broken.repository;

/** What a controller must not know. */
public abstract class Rows {}
