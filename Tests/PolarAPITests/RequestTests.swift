import PolarAPI
