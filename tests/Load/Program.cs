using Tocsin.Tests.Load;

return await LoadProgram.RunAsync(args);
