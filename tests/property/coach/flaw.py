"""The list of flaws. A flaw is a function that goes through the places of a plan where it could
be, and gives for each the week's number and whether it is there."""

FLAWS = []


def flaw(what, most):
    """Puts a function on the list: `what` it is, and the `most` percent of its places that may."""
    def listed(places):
        places.what, places.most = what, most
        FLAWS.append(places)
        return places
    return listed
