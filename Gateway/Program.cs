using Tocsin.Hosting;
using Tocsin.Probing;

return args is [ProbeProgram.Word, .. var rest] ? await ProbeProgram.RunAsync(rest) : await GatewayProgram.Run(args);
