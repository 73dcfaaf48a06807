\\ PARI/GP: one kernel over each number field Q[x]/(p), exactly. (mateigen answers with floating-point numbers wherever
\\ an eigenvalue is irrational, so it does not do the same work.) Prints what session.py
\\ prints; the clock counts milliseconds, so a short solve is repeated. Nothing is remembered between solves.
default(parisizemax, "8G");
print("version ", strjoin(version()[1..3], "."));

eigenvectors(A) = my(f = factor(charpoly(A))[, 1]); vector(#f, i, matker(A*Mod(1, f[i]) - Mod(x, f[i])*matid(#A)));

loop(A, count) = my(t = getwalltime()); for(i = 1, count, eigenvectors(A)); getwalltime() - t;

seconds(A) = my(count = 1, t = loop(A, 1)); while(t < 100, count = ceil(120*count/max(t, 1)); t = loop(A, count)); t/1000./count;

report(A) = printf("seconds %.9f\n", seconds(A));
