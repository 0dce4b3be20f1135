/** Pages about people. */
@NullMarked
package org.xuanpai.posting.people.controller;

import org.jspecify.annotations.NullMarked;
