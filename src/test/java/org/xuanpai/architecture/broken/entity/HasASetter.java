package org.xuanpai.architecture.broken.entity;

/** Its status can be set past its rules. */
abstract class HasASetter {
    abstract void setStatus(String status);
}
