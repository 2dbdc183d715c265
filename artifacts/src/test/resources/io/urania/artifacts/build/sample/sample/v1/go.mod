module urania.io/sample

go 1.24
