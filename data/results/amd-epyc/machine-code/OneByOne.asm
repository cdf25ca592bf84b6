; recorded on AMD EPYC, AVX-512 machine, .NET 10.0.12, November 2026
; OneByOne, 43 instructions
    push rbp
    mov rbp,rsp
    xor eax,eax
    mov ecx,[rdx+8]
    test ecx,ecx
    jle short L2
    test rdi,rdi
    je short L3
    test rsi,rsi
    je short L3
    cmp [rdi+8],ecx
    jl short L3
    cmp [rsi+8],ecx
    jl short L3
L1:
    mov r8d,eax
    movzx r9d,byte [rdi+r8+10h]
    movzx r10d,byte [rsi+r8+10h]
    add r9d,r10d
    movzx r9d,r9b
    mov [rdx+r8+10h],r9b
    inc eax
    cmp ecx,eax
    jg short L1
L2:
    pop rbp
    ret
L3:
    cmp eax,[rdi+8]
    jae short L4
    mov r9d,eax
    movzx r8d,byte [rdi+r9+10h]
    cmp eax,[rsi+8]
    jae short L4
    mov r9d,eax
    movzx r9d,byte [rsi+r9+10h]
    add r8d,r9d
    movzx r9d,r8b
    mov r8d,eax
    mov [rdx+r8+10h],r9b
    inc eax
    cmp ecx,eax
    jg short L3
    jmp short L2
L4:
    call a check that failed
    int3
