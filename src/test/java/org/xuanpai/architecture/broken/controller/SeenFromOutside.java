package org.xuanpai.architecture.broken.controller;

/** Could be used by another layer. */
public abstract class SeenFromOutside {}
