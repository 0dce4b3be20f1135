/** Repositories that break a rule. */
@NullMarked
package org.xuanpai.architecture.broken.repository;

import org.jspecify.annotations.NullMarked;
