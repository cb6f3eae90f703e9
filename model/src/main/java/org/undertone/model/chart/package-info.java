/** How charts look, wherever they are drawn. */
package org.undertone.model.chart;
