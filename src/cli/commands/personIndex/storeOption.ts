// The option that every command of the index takes.
import { Option } from "commander";

export const storeOption = (): Option =>
  new Option("--store <store>", "sqlite:PATH or postgres://USER@HOST/DATABASE").makeOptionMandatory();
