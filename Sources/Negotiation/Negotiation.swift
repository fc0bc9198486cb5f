import Treaty
