def blur(image):
    height, width = len(image), len(image[0])
    result = [row[:] for row in image]
    for y in range(1, height - 1):
        for x in range(1, width - 1):
            total = 0
            for dy in range(-1, 2):
                for dx in range(-1, 2):
                    total += image[y + dy][x + dx]
            result[y][x] = total / 9
    return result
