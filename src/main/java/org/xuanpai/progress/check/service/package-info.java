/** Rules and series as they are stored; use cases of the rules. */
@NullMarked
package org.xuanpai.progress.check.service;

import org.jspecify.annotations.NullMarked;
