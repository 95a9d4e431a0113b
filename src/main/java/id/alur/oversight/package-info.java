/** The read side: cases and their steps as auditors and managers see them in Cockpit, under their own rights. */
package id.alur.oversight;
