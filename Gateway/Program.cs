using Tocsin.Hosting;

return await GatewayProgram.Run(args);
