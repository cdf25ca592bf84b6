; recorded on AMD EPYC, AVX-512 machine, .NET 10.0.12, November 2026
; ByVectors, 88 instructions
    push rbp
    push r15
    push rbx
    lea rbp,[rsp+10h]
    xor ebx,ebx
    mov r15d,[rdx+8]
    lea eax,[r15-20h]
    test eax,eax
    jl short L2
    nop dword [rax]
L1:
    test ebx,ebx
    jl near L6
    mov ecx,[rdi+8]
    sub ecx,ebx
    cmp ecx,20h
    jl near L6
    cmp ebx,[rdi+8]
    jae near L9
    mov ecx,ebx
    vmovups ymm0,[rdi+rcx+10h]
    mov r8d,[rsi+8]
    sub r8d,ebx
    cmp r8d,20h
    jl near L6
    cmp ebx,[rsi+8]
    jae near L9
    vpaddb ymm0,ymm0,[rsi+rcx+10h]
    cmp r15d,ebx
    jbe near L7
    mov r8d,r15d
    sub r8d,ebx
    cmp r8d,20h
    jl near L8
    vmovups [rdx+rcx+10h],ymm0
    add ebx,20h
    cmp eax,ebx
    jge short L1
L2:
    cmp r15d,ebx
    jle short L4
    test rdi,rdi
    je short L5
    test rsi,rsi
    je short L5
    test ebx,ebx
    jl short L5
    cmp [rdi+8],r15d
    jl short L5
    cmp [rsi+8],r15d
    jl short L5
    nop word [rax+rax]
L3:
    mov eax,ebx
    movzx ecx,byte [rdi+rax+10h]
    movzx r8d,byte [rsi+rax+10h]
    add ecx,r8d
    movzx ecx,cl
    mov [rdx+rax+10h],cl
    inc ebx
    cmp r15d,ebx
    jg short L3
L4:
    vzeroupper
    pop rbx
    pop r15
    pop rbp
    ret
L5:
    cmp ebx,[rdi+8]
    jae short L9
    mov ecx,ebx
    movzx eax,byte [rdi+rcx+10h]
    cmp ebx,[rsi+8]
    jae short L9
    mov ecx,ebx
    movzx ecx,byte [rsi+rcx+10h]
    add eax,ecx
    movzx ecx,al
    mov eax,ebx
    mov [rdx+rax+10h],cl
    inc ebx
    cmp r15d,ebx
    jg short L5
    jmp short L4
L6:
    call a check that failed
    int3
L7:
    call a check that failed
    int3
L8:
    call a check that failed
    int3
L9:
    call a check that failed
    int3
