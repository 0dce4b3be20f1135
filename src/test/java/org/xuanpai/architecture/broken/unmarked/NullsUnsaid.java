package org.xuanpai.architecture.broken.unmarked;

/** Lives in a package that does not say what may be null. */
abstract class NullsUnsaid {}
