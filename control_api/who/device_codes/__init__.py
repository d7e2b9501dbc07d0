"""Short codes with which a browser that is signed in signs in another device, typed or scanned."""
