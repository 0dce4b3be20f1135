/** Controllers that break a rule. */
@NullMarked
package org.xuanpai.architecture.broken.controller;

import org.jspecify.annotations.NullMarked;
