using Tocsin.Tests.Faults;

return await FaultsProgram.RunAsync(args);
