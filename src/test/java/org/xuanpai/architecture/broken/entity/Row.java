package org.xuanpai.architecture.broken.entity;

/** What a controller must not know. */
public abstract class Row {}
