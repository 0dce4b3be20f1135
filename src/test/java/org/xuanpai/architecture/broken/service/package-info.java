/** Services that break a rule. */
@NullMarked
package org.xuanpai.architecture.broken.service;

import org.jspecify.annotations.NullMarked;
