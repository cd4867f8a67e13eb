using Tocsin.Hosting;

return await SiloCommands.RunAsync(args);
