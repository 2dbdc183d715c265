module urania.io/programs

go 1.26.0
