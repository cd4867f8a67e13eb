using Tocsin.Hosting;

return await SiloProgram.RunAsync(args);
