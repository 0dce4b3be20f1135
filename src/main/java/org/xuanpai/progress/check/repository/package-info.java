/** Rules of a county. */
@NullMarked
package org.xuanpai.progress.check.repository;

import org.jspecify.annotations.NullMarked;
