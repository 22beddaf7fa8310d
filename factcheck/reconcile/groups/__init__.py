"""Which claims may speak of one thing: names, topics, scopes and the stories that share them."""
